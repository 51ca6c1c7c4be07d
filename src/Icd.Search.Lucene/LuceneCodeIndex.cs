using Icd.Search.Analysis;
using Icd.Search.Indexing;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using LuceneDocument = Lucene.Net.Documents.Document;

namespace Icd.Search.Lucene;

/// <summary>
/// The search on Lucene.Net: a document for each name of a concept, analysed by <see cref="ClinicalTokenStream"/>, ranked by Lucene's BM25 and the
/// concept's prior.
/// </summary>
/// <remarks>Codes, filters, groups and facets are answered by the same code as in <see cref="CodeIndex"/>, on whose tables this engine is built.</remarks>
public sealed class LuceneCodeIndex : ICodeIndex, IDisposable
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;
    private const string Words = "words", Name = "name";

    /// <summary>How many names are looked at for each hit asked for: a concept has several.</summary>
    private const int NamesForOneHit = 20;

    private readonly CodeIndex _own;
    private readonly RAMDirectory _directory = new();
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;

    private LuceneCodeIndex(CodeIndex own)
    {
        _own = own;
        var tables = own.Tables;
        using (var writer = new IndexWriter(_directory, new IndexWriterConfig(Version, new KeywordAnalyzer())))
        {
            for (var term = 0; term < tables.Terms.Length; term++)
            {
                using var stream = new ClinicalTokenStream(tables, tables.TermTexts[term].ToString());
                writer.AddDocument(new LuceneDocument { new TextField(Words, stream), new StoredField(Name, term) });
            }

            writer.ForceMerge(1);
        }

        _reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(_reader) { Similarity = new BM25Similarity() };
    }

    /// <summary>Builds an index.</summary>
    public static LuceneCodeIndex Build(IndexSources sources) => new(CodeIndex.Build(sources));

    /// <inheritdoc/>
    public SearchResult Search(ReadOnlySpan<char> query, SearchOptions? options = null)
    {
        options ??= SearchOptions.Default;
        if (query.Length > QueryReader.MaxLength) query = query[..QueryReader.MaxLength];
        query = query.TrimStart();
        if (query.IsWhiteSpace()) return SearchResult.Empty;
        var text = query.ToString();
        return _own.Search(text, options, (candidates, depth) => Collect(text, candidates, depth));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
    }

    private void Collect(string text, Action<int, int, float> candidate, int depth)
    {
        var tables = _own.Tables;
        var top = _searcher.Search(QueryOf(text), NamesForOneHit * depth);
        foreach (var hit in top.ScoreDocs)
        {
            var term = _searcher.Doc(hit.Doc).GetField(Name).GetInt32Value() ?? throw new InvalidOperationException("A name has no number.");
            // Lucene's scores have no bound; half of the best is as near to ours as they come.
            var score = hit.Score / (2 * top.MaxScore);
            for (var d = tables.TermDocumentStarts[term]; d < tables.TermDocumentStarts[term + 1]; d++)
                candidate(tables.TermDocuments[d].Document, term, score * tables.TermDocuments[d].Weight / 255f);
        }
    }

    /// <summary>A clause for each word: its tokens, beginnings for the last word, similar words for an unknown one.</summary>
    private BooleanQuery QueryOf(string text)
    {
        var tables = _own.Tables;
        var all = new BooleanQuery();
        var scanner = new WordScanner(text);
        for (var count = 0; count < QueryReader.MaxWords && scanner.MoveNext(); count++)
        {
            var word = scanner.Current;
            var letters = text.Substring(word.Start, word.Length);
            var alternatives = new DisjunctionMaxQuery(0.1f);
            using (var stream = new ClinicalTokenStream(tables, letters))
            {
                var token = stream.GetAttribute<ICharTermAttribute>();
                stream.Reset();
                while (stream.IncrementToken()) alternatives.Add(new TermQuery(new Term(Words, token.ToString())));
                stream.End();
            }

            var stem = tables.Keys.StemOf(letters);
            if (word.End == text.Length) alternatives.Add(new PrefixQuery(new Term(Words, stem)) { Boost = 0.8f });
            if (tables.Lexemes.Find(stem) < 0 && FuzzyWords.Allowed(letters.Length) is > 0 and var errors)
                alternatives.Add(new FuzzyQuery(new Term(Words, stem), errors, prefixLength: 0, maxExpansions: 50, transpositions: true) { Boost = 0.7f });
            all.Add(alternatives, Occur.SHOULD);
        }

        return all;
    }
}
