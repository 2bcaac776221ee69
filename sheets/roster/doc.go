// Package roster reads what the authorities publish and keep beside a year's
// submissions, and writes what came of holding the claims against it.
//
// In: [ReadLists] reads official lists in any format that package sheets opens,
// [ReadRegistration] what an officer confirmed about them (名单登记.xlsx),
// [ReadFirms] the register of firms (企业名录.xlsx), [ReadExcluded] and
// [ReadAwarded] the lists of who may not be awarded, or was elsewhere. Out:
// [WriteRegistration], [CheckSheet] (名单核对) and [WriteLetter] (补报通知).
//
// It is not for matching: who is who, and what that means for a claim, is found
// by calc/lists.
package roster
