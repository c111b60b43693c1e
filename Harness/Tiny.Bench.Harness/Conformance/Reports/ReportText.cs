using System.Xml;

namespace Tiny.Bench.Harness.Conformance.Reports;

/// <summary>Texts of boards and files inside XML.</summary>
internal static class ReportText
{
    /// <summary>How both kinds of XML report are written.</summary>
    public static XmlWriterSettings Settings { get; } = new() { Indent = true, NewLineChars = "\n", Encoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    /// <summary>XML 1.0 has no way to hold most control characters, nor half a surrogate pair: each becomes U+FFFD.</summary>
    public static string Safe(string text)
    {
        var safe = new System.Text.StringBuilder(text.Length);
        foreach (System.Text.Rune rune in text.EnumerateRunes())
            safe.Append(rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value) ? rune.ToString() : "\uFFFD");
        return safe.ToString();
    }
}
