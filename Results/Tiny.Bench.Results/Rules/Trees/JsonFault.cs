namespace Tiny.Bench.Results.Rules.Trees;

/// <summary>The text of a JSON error without its place, which a violation names by itself.</summary>
internal static class JsonFault
{
    /// <summary>The first sentences of the reader's message: it appends "LineNumber: 39 | BytePositionInLine: 1."</summary>
    public static string TextOf(Exception fault)
    {
        int place = fault.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (place < 0 ? fault.Message : fault.Message[..place]).TrimEnd('.');
    }
}
