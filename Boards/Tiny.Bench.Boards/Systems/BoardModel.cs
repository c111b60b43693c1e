using Tiny.Bench.Core.Systems;

namespace Tiny.Bench.Boards.Systems;

/// <summary>What the harness knows of the model that a board runs.</summary>
public sealed record BoardModel
{
    /// <summary>As <c>profile</c> prints it: <c>kws01</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Bytes that one inference takes, as sample files hold them.</summary>
    public required int InputBytes { get; init; }

    /// <summary>Bytes of the first output tensor.</summary>
    public required int OutputBytes { get; init; }

    /// <summary>What its codes mean; null when it is float32.</summary>
    public QuantizationParameters? OutputQuantization { get; init; }

    /// <summary>Plan index of the output tensor; for dumps.</summary>
    public required int OutputTensor { get; init; }

    /// <summary>CRC-32 in the plan's header, 8 lower-case hexadecimal digits.</summary>
    public required string PlanCrc { get; init; }

    /// <summary>The plan itself.</summary>
    public required ReadOnlyMemory<byte> Plan { get; init; }

    /// <summary>Bytes of arena that the plan needs.</summary>
    public required int ArenaBytes { get; init; }
}
