using System.Globalization;
using Tiny.Bench.Boards.Links;

namespace Tiny.Bench.Boards.Virtual.Proxy;

/// <summary>A fault at a byte.</summary>
/// <param name="Direction">Of the byte.</param>
/// <param name="Position">Bytes that its sender sent before it, from 0: the same whatever happened to those.</param>
/// <param name="Kind">What happens.</param>
public readonly record struct Fault(LinkDirection Direction, long Position, FaultKind Kind)
{
    /// <summary>The bits that a flip changes, at least one of them set.</summary>
    public byte Mask { get; init; } = 0x01;

    /// <summary>How long a delay or a cut lasts; null is for good.</summary>
    public TimeSpan? Length { get; init; }

    /// <summary>One line of a log: <c>&gt; 1234 Flip 0x20</c>.</summary>
    public override string ToString()
    {
        string detail = Kind switch
        {
            FaultKind.Flip => string.Create(CultureInfo.InvariantCulture, $" 0x{Mask:x2}"),
            FaultKind.Delay or FaultKind.Cut => Length is { } length
                ? string.Create(CultureInfo.InvariantCulture, $" {length.TotalMilliseconds} ms")
                : " for good",
            _ => "",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{(Direction == LinkDirection.ToDevice ? '>' : '<')} {Position} {Kind}{detail}");
    }
}
