namespace Tiny.Bench.Core.Systems;

/// <summary>A system that keeps guard bytes behind the memory of its tensors.</summary>
public interface IArenaGuarded : ISystemUnderTest
{
    /// <summary>Looks at the guard bytes, which were written when the model was bound.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Null where the system does not tell.</returns>
    ValueTask<ArenaGuard?> ReadGuardAsync(CancellationToken cancellationToken);
}
