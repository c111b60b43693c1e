namespace Tiny.Bench.Reference.Plans;

/// <summary>Names of encodings and forms, as output and errors have them.</summary>
public static class PlanNames
{
    /// <summary>The name of an input encoding.</summary>
    public static string Name(this InputEncoding encoding) => encoding switch
    {
        InputEncoding.Raw => "raw",
        InputEncoding.UInt8Minus128 => "uint8-minus-128",
        InputEncoding.Float32 => "float32",
        _ => throw new ArgumentOutOfRangeException(nameof(encoding), encoding, "Not an input encoding."),
    };

    /// <summary>The name of a result form.</summary>
    public static string Name(this ResultForm form) => form switch
    {
        ResultForm.Rounded => "rounded",
        ResultForm.Cut => "cut",
        ResultForm.TrailingComma => "trailing-comma",
        ResultForm.MeanSquare => "mean-square",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "Not a result form."),
    };
}
