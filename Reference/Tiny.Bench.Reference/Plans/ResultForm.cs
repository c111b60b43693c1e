namespace Tiny.Bench.Reference.Plans;

/// <summary>How a board prints the first output. The numbers are those of Boards/docs/plan.md section 3.</summary>
public enum ResultForm : byte
{
    /// <summary><c>rounded</c>: real values with three digits.</summary>
    Rounded = 0,

    /// <summary><c>cut</c>: real values, digits after the third cut off.</summary>
    Cut = 1,

    /// <summary><c>trailing-comma</c>: as rounded, and a comma after the last value.</summary>
    TrailingComma = 2,

    /// <summary><c>mean-square</c>: one value, the mean squared difference of output and float32 input.</summary>
    MeanSquare = 3,
}
