namespace Tiny.Bench.Reference.Arithmetic;

/// <summary>Work that needs a dialect as a type: see <see cref="Dialects.Apply"/>.</summary>
public interface IRoundingUser<out TResult>
{
    /// <summary>Does the work with one rounding.</summary>
    TResult Use<TRounding>()
        where TRounding : struct, IRounding;
}
