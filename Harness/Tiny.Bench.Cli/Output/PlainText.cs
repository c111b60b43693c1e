namespace Tiny.Bench.Cli.Output;

/// <summary>Text out of files for a terminal: a tensor's name may hold what moves the cursor or recolours the screen.</summary>
internal static class PlainText
{
    private const char Replacement = '\uFFFD';

    /// <summary>One line.</summary>
    public static string Line(string text) => Of(text, char.IsControl);

    /// <summary>Lines stay lines.</summary>
    public static string Lines(string text) => Of(text, letter => char.IsControl(letter) && letter != '\n');

    private static string Of(string text, Func<char, bool> isBad) =>
        text.Any(isBad) ? string.Concat(text.Select(letter => isBad(letter) ? Replacement : letter)) : text;
}
