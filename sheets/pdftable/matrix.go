package pdftable

// matrix maps the plane as PDF writes it: x' = ax+cy+e, y' = bx+dy+f.
type matrix struct{ a, b, c, d, e, f float64 }

var identity = matrix{a: 1, d: 1}

// turned are the matrices of pages that are shown turned by a number of
// quarters, clockwise. Where the page then lies is all one.
var turned = [4]matrix{identity, {b: -1, c: 1}, {a: -1, d: -1}, {b: 1, c: -1}}

// times is m first, then n.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d,
		m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d,
		m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f,
	}
}

func (m matrix) point(x, y float64) point {
	return point{x*m.a + y*m.c + m.e, x*m.b + y*m.d + m.f}
}

// moved is m after moving by (x, y) within it.
func (m matrix) moved(x, y float64) matrix {
	return matrix{a: 1, d: 1, e: x, f: y}.times(m)
}

type point struct{ x, y float64 }
