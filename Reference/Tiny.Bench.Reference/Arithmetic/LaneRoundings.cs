namespace Tiny.Bench.Reference.Arithmetic;

/// <summary>From the rounding that a kernel was prepared with to its form over lanes.</summary>
internal static class LaneRoundings
{
    /// <summary>Calls <paramref name="user"/> with <typeparamref name="TRounding"/>; the default result when it has no form over lanes.</summary>
    public static TResult? Apply<TRounding, TUser, TResult>(TUser user)
        where TRounding : struct, IRounding
        where TUser : ILaneRoundingUser<TResult>, allows ref struct
    {
        if (typeof(TRounding) == typeof(DoubleRounding))
            return user.Use<DoubleRounding>();
        if (typeof(TRounding) == typeof(SingleRounding))
            return user.Use<SingleRounding>();
        if (typeof(TRounding) == typeof(Float32Rounding))
            return user.Use<Float32Rounding>();
        if (typeof(TRounding) == typeof(HalfUpRounding))
            return user.Use<HalfUpRounding>();
        return typeof(TRounding) == typeof(HalfEvenRounding) ? user.Use<HalfEvenRounding>() : default;
    }
}
