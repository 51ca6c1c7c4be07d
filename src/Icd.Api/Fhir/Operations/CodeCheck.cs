using Icd.Api.Fhir.Protocol;
using Icd.Api.Fhir.Systems;

namespace Icd.Api.Fhir.Operations;

/// <summary>What became of one code that a client wants validated.</summary>
internal sealed class CodeCheck(FhirCoding coding)
{
    private readonly List<TxIssue> _issues = [];

    public FhirCoding Coding => coding;

    public CodeSystemVersion? System { get; set; }

    public Concept? Concept { get; set; }

    /// <summary>The right display, wherever the code exists.</summary>
    public string? Display { get; set; }

    /// <summary>Whether it is a member of the value set; always for a code system's own validation.</summary>
    public bool IsMember { get; set; } = true;

    /// <summary>A system or version that is not loaded.</summary>
    public string? UnknownSystem { get; set; }

    public IReadOnlyList<TxIssue> Issues => _issues;

    public bool IsValid => IsMember && !_issues.Exists(issue => issue.IsError);

    public void Add(TxIssue issue) => _issues.Add(issue);

    public void AddFirst(TxIssue issue) => _issues.Insert(0, issue);

    /// <summary>The short form, where the code was given in another.</summary>
    public string? NormalizedCode => Concept?.ShortCode is { } code && code != coding.Code ? code : null;
}
