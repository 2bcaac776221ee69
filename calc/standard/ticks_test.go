package standard

import "testing"

func TestABoxThatIsTickedChoosesWhatStandsAtIt(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a text without boxes is itself", "新认定", "新认定"},
		{"nothing is nothing", "", ""},
		{"boxes before the words", "☑新认定 □复核", "新认定"},
		{"the second one ticked", "□新认定 ☑复核", "复核"},
		{"boxes behind the words", "新认定√ 复核□", "新认定"},
		{"behind, the second one", "新认定□ 复核√", "复核"},
		{"crosses leave a box empty", "×新认定 ✔复核", "复核"},
		{"both ticked are both", "☑新认定☑复核", "新认定 复核"},
		{"both ticked beside one that is not", "☑新认定 ☑复核 □更名", "新认定 复核"},
		{"none ticked is in doubt", "□新认定 □复核", "□新认定 □复核？"},
		{"a tick alone", "√省级", "省级"},
		{"behind its word", "省级√", "省级"},
		{"of several words the one that is ticked", "√省级 国家级", "省级"},
		{"wherever it stands", "省级 国家级√", "国家级"},
		{"a tick apart from all of them says nothing of one", "√ 省级 国家级", "省级 国家级"},
		{"two ticked of three", "√省级 国家级 √市级", "省级 市级"},
		{"ticks in brackets", "（√）新认定（ ）复核", "新认定"},
		{"in square ones", "[ ]新认定[√]复核", "复核"},
		{"behind the words", "新认定（√）复核（）", "新认定"},
		{"brackets without any tick are no boxes", "新认定（ ）", "新认定（ ）"},
		{"what a stroke sets against it goes with the empty box", "☑省级/□国家级", "省级"},
		{"also behind", "省级√/国家级□", "省级"},
		{"a word behind the nearest to an empty box stays", "□省级 2023年 ☑国家级", "2023年 国家级"},
		{"a tick alone is itself", "√", "√"},
		{"an empty box alone is in doubt", "□", "□"},
	} {
		if got := chosen(c.text); got != c.want {
			t.Errorf("%s: %q says %q, want %q", c.name, c.text, got, c.want)
		}
	}
}
