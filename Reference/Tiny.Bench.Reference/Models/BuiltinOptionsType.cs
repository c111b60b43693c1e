namespace Tiny.Bench.Reference.Models;

/// <summary>Members of the schema's <c>BuiltinOptions</c> union that a kernel here reads; others keep their number.</summary>
public enum BuiltinOptionsType : byte
{
    /// <summary>No options table.</summary>
    None = 0,
}
