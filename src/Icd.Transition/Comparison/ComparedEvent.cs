namespace Icd.Transition.Comparison;

/// <summary>Events that are counted together, with what their codes mean.</summary>
/// <param name="Key">What the file has.</param>
/// <param name="Count">How many events.</param>
/// <param name="Old">The ICD-10 code; <see langword="null"/> for rows in ICD-11 only.</param>
/// <param name="New">What was registered in ICD-11, else what the crosswalk makes of the code.</param>
internal sealed record ComparedEvent(EventKey Key, long Count, OldCode? Old, NewCode New)
{
    public bool IsRegisteredTwice => Old is not null && Key.Icd11.Length > 0;
}
