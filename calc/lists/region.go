package lists

import "strings"

// provinces are the first two digits of a registrar with the names by which
// lists call the province, or the cities that they list beside provinces.
var provinces = []struct {
	digits string
	names  []string
}{
	{"11", []string{"北京"}}, {"12", []string{"天津"}}, {"13", []string{"河北"}}, {"14", []string{"山西"}}, {"15", []string{"内蒙"}},
	{"21", []string{"辽宁", "大连"}}, {"22", []string{"吉林"}}, {"23", []string{"黑龙江"}}, {"31", []string{"上海"}}, {"32", []string{"江苏"}},
	{"33", []string{"浙江", "宁波"}}, {"34", []string{"安徽"}}, {"35", []string{"福建", "厦门"}}, {"36", []string{"江西"}}, {"37", []string{"山东", "青岛"}},
	{"41", []string{"河南"}}, {"42", []string{"湖北"}}, {"43", []string{"湖南"}}, {"44", []string{"广东", "深圳"}}, {"45", []string{"广西"}}, {"46", []string{"海南"}},
	{"50", []string{"重庆"}}, {"51", []string{"四川"}}, {"52", []string{"贵州"}}, {"53", []string{"云南"}}, {"54", []string{"西藏"}},
	{"61", []string{"陕西"}}, {"62", []string{"甘肃"}}, {"63", []string{"青海"}}, {"64", []string{"宁夏"}}, {"65", []string{"新疆", "兵团"}},
}

// Province is the province that a region begins with, as the first two digits
// of its codes; "" where the text names none.
func Province(region string) string {
	for _, p := range provinces {
		for _, name := range p.names {
			if strings.HasPrefix(region, name) {
				return p.digits
			}
		}
	}
	return ""
}
