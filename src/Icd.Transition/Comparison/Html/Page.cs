using System.Text;

namespace Icd.Transition.Comparison.Html;

/// <summary>Markup that grows at its end. Numbers come formatted already, so no culture has a say.</summary>
internal sealed class Page
{
    private readonly StringBuilder _text = new();

    public Page Append(string text)
    {
        _text.Append(text);
        return this;
    }

    public override string ToString() => _text.ToString();
}
