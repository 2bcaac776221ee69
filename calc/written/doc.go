// Package written reads what people write: names of companies, credit codes,
// dates and years, numbers in Chinese words, and the forms of a text that two
// spellings share.
//
// A text has these forms, each resting on the one before: [Plain] is in plain
// width; [Fold] is for matching; [CompanyKey], [FoldCode] and what [ParseDate]
// reads know names, codes and dates besides. [Display] and [Shown] are for
// showing, never for matching.
//
// It is not for meaning: which item, level or district a text names is known to
// calc/standard. It imports nothing of ours.
package written
