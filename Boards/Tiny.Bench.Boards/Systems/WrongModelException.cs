using Tiny.Bench.Core;

namespace Tiny.Bench.Boards.Systems;

/// <summary>A board runs another model than the one that was asked for, and cannot be given it.</summary>
public sealed class WrongModelException : TinyBenchException
{
    /// <summary>Creates the error.</summary>
    /// <param name="where">The target.</param>
    /// <param name="found">What the board runs: "vww01", "no model".</param>
    /// <param name="expected">What was asked for.</param>
    /// <param name="cure">What to do about it.</param>
    public WrongModelException(string where, string found, string expected, string cure)
        : base(where, $"the board runs {found}; expected {expected}. {cure}")
    {
    }
}
