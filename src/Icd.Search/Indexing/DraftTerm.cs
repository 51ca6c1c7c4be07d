namespace Icd.Search.Indexing;

/// <summary>A name while the index is being built.</summary>
internal sealed class DraftTerm(string text, string language, TermSort sort, string provenance, bool isShortText)
{
    private readonly Dictionary<int, (byte Weight, TermOrigin Origin)> _documents = [];

    public string Text => text;

    public string Language => language;

    public TermSort Sort => sort;

    public string Provenance => provenance;

    /// <summary>Whether it is an official short text, abbreviated and perhaps cut off.</summary>
    public bool IsShortText => isShortText;

    /// <summary>The systems in which a row of the lexicon says what the name means.</summary>
    public SearchSystems Systems { get; set; }

    /// <summary>The concepts that have the name.</summary>
    public IEnumerable<TermDocument> Documents => _documents.Select(pair => new TermDocument(pair.Key, pair.Value.Weight, pair.Value.Origin)).OrderBy(document => document.Document);

    public IEnumerable<int> Owners => _documents.Where(pair => pair.Value.Origin is TermOrigin.Own).Select(pair => pair.Key);

    /// <summary>Gives the name to a concept; the best reason to have it counts.</summary>
    public void AddTo(int document, int weight, TermOrigin origin)
    {
        if (!_documents.TryGetValue(document, out var known) || known.Weight < weight) _documents[document] = ((byte)weight, origin);
    }
}
