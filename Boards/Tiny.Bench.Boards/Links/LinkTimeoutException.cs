using System.Globalization;

namespace Tiny.Bench.Boards.Links;

/// <summary>Something that was expected over a link did not come in time.</summary>
public sealed class LinkTimeoutException : LinkException
{
    /// <summary>Creates the error.</summary>
    /// <param name="where">The port's name, with the command where there is one.</param>
    /// <param name="waitedFor">What did not come: "m-ready after profile".</param>
    /// <param name="waited">How long it was waited for.</param>
    public LinkTimeoutException(string where, string waitedFor, TimeSpan waited)
        : base(where, string.Create(CultureInfo.InvariantCulture, $"waited {waited.TotalSeconds:0.###} s for {waitedFor}; it did not come"))
    {
        WaitedFor = waitedFor;
        Waited = waited;
    }

    /// <summary>What did not come.</summary>
    public string WaitedFor { get; }

    /// <summary>How long it was waited for.</summary>
    public TimeSpan Waited { get; }
}
