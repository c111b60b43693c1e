namespace Tiny.Bench.Cli.Commands.Boards;

/// <summary>A command line that can be pasted into a POSIX shell.</summary>
internal static class CommandText
{
    private const string PlainSigns = "-_./:=,+@%";

    /// <summary>Program and arguments, those with special signs in single quotes.</summary>
    public static string Of(IEnumerable<string> words) => string.Join(' ', words.Select(Quoted));

    private static string Quoted(string word) =>
        word.Length > 0 && word.All(letter => char.IsAsciiLetterOrDigit(letter) || PlainSigns.Contains(letter, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
