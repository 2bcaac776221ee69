// Package written reads what people write: names of companies, credit codes,
// dates and years, numbers in Chinese words, and the forms of a text that two
// spellings share.
//
// Begin with [Fold], the one form for comparing texts, and [Display], the one
// for showing them; [CompanyKey], [ParseCreditCode] and [ParseDate] rest on
// them.
//
// It is not for meaning: which item, level or district a text names is known to
// calc/standard. It imports nothing of ours.
package written
