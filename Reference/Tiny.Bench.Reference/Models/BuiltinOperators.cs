namespace Tiny.Bench.Reference.Models;

/// <summary>Spelling of operator codes.</summary>
public static class BuiltinOperators
{
    /// <summary>The schema's spelling, such as <c>CONV_2D</c>.</summary>
    public static string SchemaName(this BuiltinOperator code) => code.ToString();
}
