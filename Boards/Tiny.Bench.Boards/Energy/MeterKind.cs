namespace Tiny.Bench.Boards.Energy;

/// <summary>The energy meters that are driven.</summary>
public enum MeterKind
{
    /// <summary>ST X-NUCLEO-LPM01A.</summary>
    Lpm01a,

    /// <summary>Nordic Power Profiler Kit II.</summary>
    Ppk2,

    /// <summary>Qoitech Otii Arc or Ace, behind its program.</summary>
    Otii,
}
