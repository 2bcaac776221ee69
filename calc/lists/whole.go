package lists

import (
	"slices"
	"strconv"
)

// Fault is why a list is not whole, in Chinese, and "" where it is: its
// serials run from 1 without gap or double, every line has a name, and there
// are as many as the title or the officer says.
func (l *List) Fault() string {
	if why := l.faultOfSerials(); why != "" {
		return why
	}
	for i := range l.Lines {
		if l.Lines[i].Name == "" {
			return l.Place(&l.Lines[i]) + "没有名称"
		}
	}
	if n := len(l.Lines); l.Count > 0 && l.Count != n {
		return "标明 " + strconv.Itoa(l.Count) + " 家，读到 " + strconv.Itoa(n) + " 家"
	}
	return ""
}

// faultOfSerials looks for the first serial that is not the next one.
func (l *List) faultOfSerials() string {
	switch numbered := slices.ContainsFunc(l.Lines, func(line Line) bool { return line.Serial > 0 }); {
	case !numbered && l.Count == 0:
		return "没有序号，也没有标明家数，无法确认是否完整"
	case !numbered:
		return ""
	}
	for i := range l.Lines {
		line := &l.Lines[i]
		switch want := i + 1; {
		case line.Serial == 0:
			return "“" + line.Name + "”一行没有序号"
		case line.Serial < want:
			return "序号 " + strconv.Itoa(line.Serial) + " 重复"
		case line.Serial > want:
			return "缺少序号 " + strconv.Itoa(want)
		}
	}
	return ""
}
