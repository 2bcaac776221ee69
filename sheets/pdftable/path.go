package pdftable

import (
	"math"

	"github.com/ledongthuc/pdf"
)

// thickest is how thick, in points, a filled bar may be that still is a line.
const thickest = 3.0

// drawsPath follows what draws lines and areas. A path that only clips draws
// nothing.
func (d *drawing) drawsPath(op string, args []pdf.Value) {
	n := numbers(args)
	switch op {
	case "m":
		d.last = d.state.ctm.point(n[0], n[1])
		d.first = d.last
	case "l":
		d.lineTo(d.state.ctm.point(n[0], n[1]))
	case "c":
		d.last = d.state.ctm.point(n[4], n[5])
	case "v", "y":
		d.last = d.state.ctm.point(n[2], n[3])
	case "h":
		d.lineTo(d.first)
	case "re":
		d.boxes = append(d.boxes, [2]point{d.state.ctm.point(n[0], n[1]), d.state.ctm.point(n[0]+n[2], n[1]+n[3])})
	case "S", "s", "B", "B*", "b", "b*":
		d.stroke(op == "s" || op == "b" || op == "b*")
	case "f", "F", "f*":
		d.fill()
	case "n":
		d.path, d.boxes = nil, nil
	}
	if len(d.path)+len(d.boxes)+len(d.across)+len(d.down) > 2*maxRules {
		panic(&Fault{Kind: TooLarge})
	}
}

func (d *drawing) lineTo(p point) {
	d.path = append(d.path, [2]point{d.last, p})
	d.last = p
}

// stroke draws the lines of the path and the four sides of its rectangles.
func (d *drawing) stroke(closed bool) {
	if closed && len(d.path) > 0 {
		d.lineTo(d.first)
	}
	for _, l := range d.path {
		d.rule(l[0], l[1])
	}
	for _, b := range d.boxes {
		if !d.bar(b) {
			d.sides(b)
		}
	}
	d.path, d.boxes = nil, nil
}

// sides are the four lines of a rectangle.
func (d *drawing) sides(b [2]point) {
	p, q := point{b[0].x, b[1].y}, point{b[1].x, b[0].y}
	d.rule(b[0], p)
	d.rule(p, b[1])
	d.rule(b[1], q)
	d.rule(q, b[0])
}

// fill draws bars: rectangles so thin that they are lines, and such drawn as
// paths. Larger areas are the ground of cells.
func (d *drawing) fill() {
	for _, b := range d.boxes {
		d.bar(b)
	}
	if len(d.path) >= 3 && len(d.path) <= 5 {
		low, high := d.path[0][0], d.path[0][0]
		for _, l := range d.path {
			low = point{min(low.x, l[1].x), min(low.y, l[1].y)}
			high = point{max(high.x, l[1].x), max(high.y, l[1].y)}
		}
		d.bar([2]point{low, high})
	}
	d.path, d.boxes = nil, nil
}

// bar takes a rectangle for a line where it is thin.
func (d *drawing) bar(b [2]point) bool {
	wide, high := math.Abs(b[1].x-b[0].x), math.Abs(b[1].y-b[0].y)
	x, y := (b[0].x+b[1].x)/2, (b[0].y+b[1].y)/2
	switch {
	case high <= thickest && wide > high:
		d.rule(point{b[0].x, y}, point{b[1].x, y})
	case wide <= thickest && high > wide:
		d.rule(point{x, b[0].y}, point{x, b[1].y})
	default:
		return false
	}
	return true
}

// rule keeps a line that runs across or down the page.
func (d *drawing) rule(p, q point) {
	const straight = 0.5
	switch {
	case math.Abs(p.y-q.y) <= straight && math.Abs(p.x-q.x) > thickest:
		d.across = append(d.across, rule{(p.y + q.y) / 2, min(p.x, q.x), max(p.x, q.x)})
	case math.Abs(p.x-q.x) <= straight && math.Abs(p.y-q.y) > thickest:
		d.down = append(d.down, rule{(p.x + q.x) / 2, min(p.y, q.y), max(p.y, q.y)})
	}
}
