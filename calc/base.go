package calc

import (
	"cmp"
	"slices"
	"strings"
)

// Base is the column that a fee, a share or a floor starts from.
type Base struct {
	Name     string   // 设备投资额
	Headings []string // under which districts write it, the name among them
}

// NeedsBase tells whether the amount, or whether there is one, depends on the
// base.
func (it *Item) NeedsBase() bool {
	return it.Form == FormCost || it.Form == FormRate || it.hasFloor()
}

func (it *Item) hasFloor() bool {
	return slices.ContainsFunc(it.Awards, func(a Award) bool { return !a.Floor.IsZero() })
}

// BaseName is how people call what the item starts from.
func (it *Item) BaseName() string {
	return cmp.Or(it.Base.Name, ColBase.String())
}

// BaseHeading is the one heading of the form over what all items start from:
// 费用, or 有效投入额、贷款额 as the policy calls it.
func (p *Policy) BaseHeading() string {
	var names []string
	for i := range p.Items {
		if it := &p.Items[i]; it.NeedsBase() && !slices.Contains(names, it.BaseName()) {
			names = append(names, it.BaseName())
		}
	}
	return cmp.Or(strings.Join(names, "、"), ColBase.String())
}
