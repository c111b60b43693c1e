namespace Tiny.Bench.Reference.Faults;

/// <summary>Which fault is switched in, and past which ones the code came. One of it for all threads: the kernels that ask know no run.</summary>
public static class FaultSwitch
{
    private const int MostFaults = 1 << 10;

    private static readonly bool[] Asked = new bool[MostFaults];
    private static int _active;

    /// <summary>Switches a fault in and forgets what was asked for.</summary>
    /// <param name="fault">Its number; 0 for none.</param>
    public static void Set(int fault)
    {
        _active = fault;
        Array.Clear(Asked);
    }

    /// <summary>Whether the code came to a place that a fault changes, since <see cref="Set"/>.</summary>
    public static bool WasAsked(int fault) => Asked[fault];

    /// <summary>Asked by the rewritten sources at every place that a fault changes.</summary>
    public static bool Is(int fault)
    {
        Asked[fault] = true;
        return _active == fault;
    }
}
