namespace Tiny.Bench.Results.Import;

/// <summary>Something in a submission that could not be read.</summary>
/// <param name="Path">The file or folder, as evidence names it.</param>
/// <param name="Line">The line, from 1; 0 when the whole file or folder is meant.</param>
/// <param name="Text">What stands there, or is missing, and what that costs.</param>
public sealed record ImportProblem(string Path, int Line, string Text)
{
    /// <summary><c>path, line n: text</c>.</summary>
    public override string ToString() => Line > 0 ? $"{Path}, line {Line}: {Text}" : $"{Path}: {Text}";
}
