namespace Icd.Mapping.Conversion;

/// <summary>An entry of the rejects file.</summary>
/// <param name="Row">Its row, counted from 0 within its block.</param>
/// <param name="Line">The line that the row begins on, counted likewise.</param>
/// <param name="Column">The diagnosis column's name; empty for the whole row.</param>
/// <param name="Reason">What is wrong.</param>
/// <param name="Text">What stands there.</param>
internal readonly record struct RejectedCell(long Row, long Line, string Column, RejectReason Reason, string Text);
