namespace Tiny.Bench.Reference.Faults;

/// <summary>Something that must hold of the kernels: a vector, or an invariant of an interpreter.</summary>
/// <param name="Id">What the table calls it; unique.</param>
/// <param name="Holds">Runs it.</param>
public sealed record FaultCase(string Id, Func<bool> Holds)
{
    /// <summary>Whether it holds now. What a fault throws out of the kernels is a failure as well.</summary>
    public bool Passes()
    {
        try
        {
            return Holds();
        }
        catch (Exception e) when (e is ReferenceException or ArgumentException or ArithmeticException or IndexOutOfRangeException or InvalidOperationException)
        {
            return false;
        }
    }
}
