using Tiny.Bench.Reference;
using Tiny.Bench.Reference.Vectors;

namespace Tiny.Bench.Conformance;

/// <summary>Names of vector cases for people: <c>conv2d int8: odd padding at the top (conv_s8/pad_odd_top)</c>.</summary>
internal static class CaseTitles
{
    /// <summary>Operation, type, purpose, and in brackets the id, which makes it unique.</summary>
    public static string Of(VectorCase vectorCase)
    {
        string type = vectorCase.Tensors.TryGetValue("input", out VectorTensor? input) ? input.Type.SchemaName() : vectorCase.Output.Type.SchemaName();
        string weights = vectorCase.Tensors.ContainsKey("weights_packed") ? " with int4 weights" : "";
        string purpose = vectorCase.Purpose.Length == 0 ? "" : $": {vectorCase.Purpose}";
        return $"{vectorCase.Operation} {type.ToLowerInvariant()}{weights}{purpose} ({vectorCase.Id})";
    }
}
