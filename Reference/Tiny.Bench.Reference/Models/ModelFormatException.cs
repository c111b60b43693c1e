namespace Tiny.Bench.Reference.Models;

/// <summary>A <c>.tflite</c> file is malformed, contradicts itself, or asks for something no kernel may do.</summary>
public class ModelFormatException : ReferenceException
{
    /// <summary>Creates the error; <paramref name="where"/> is "file at byte N" or "file, operator 3 (CONV_2D)".</summary>
    public ModelFormatException(string where, string problem, Exception? cause = null)
        : base(where, problem, cause)
    {
    }
}
