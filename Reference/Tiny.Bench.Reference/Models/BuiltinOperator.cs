namespace Tiny.Bench.Reference.Models;

/// <summary>Operator codes of the TFLite schema (<c>enum BuiltinOperator</c>); codes without a name here keep their number.</summary>
public enum BuiltinOperator
{
    /// <summary>ADD.</summary>
    Add = 0,

    /// <summary>CONV_2D.</summary>
    Conv2D = 3,

    /// <summary>CUSTOM.</summary>
    Custom = 32,
}
