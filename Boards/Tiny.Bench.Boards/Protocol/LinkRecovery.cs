using Tiny.Bench.Boards.Links;
using Tiny.Bench.Core;

namespace Tiny.Bench.Boards.Protocol;

/// <summary>Does something over a link again when bytes were lost on the way, each time from a state in step.</summary>
/// <param name="synchronise">Gets the link back into step.</param>
/// <param name="attempts">How often in all; at least 1.</param>
public sealed class LinkRecovery(Func<CancellationToken, ValueTask> synchronise, int attempts = 8)
{
    /// <summary>What went wrong and was made good, in order; one text each.</summary>
    public IReadOnlyList<string> Incidents => _incidents;

    private readonly List<string> _incidents = [];

    /// <summary>Whether asking again can help: silence and garbage, but not a device that is gone.</summary>
    public static bool CanHelp(TinyBenchException fault) => fault is LinkTimeoutException or ProtocolException;

    /// <summary>Runs an action that may be repeated as a whole.</summary>
    /// <exception cref="TinyBenchException">The last attempt's fault.</exception>
    public async ValueTask<T> RunAsync<T>(Func<CancellationToken, ValueTask<T>> action, CancellationToken ct)
    {
        for (int attempt = 1;; attempt++)
        {
            try
            {
                if (attempt > 1)
                    await synchronise(ct);
                return await action(ct);
            }
            catch (TinyBenchException fault) when (CanHelp(fault) && attempt < attempts)
            {
                _incidents.Add(fault.Message);
            }
        }
    }
}
