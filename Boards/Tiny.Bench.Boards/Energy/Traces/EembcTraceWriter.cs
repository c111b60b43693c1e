using System.Buffers.Binary;
using System.Globalization;

namespace Tiny.Bench.Boards.Energy.Traces;

/// <summary>Writes a trace as the EEMBC runner does, for <see cref="EembcTrace"/> and everybody's tools.</summary>
/// <remarks>
/// The format has no gaps: a sample that is missing is written as NaN, which a reader must refuse. Events have six digits, not the runner's
/// three: a sample of the fastest meter is 10 us.
/// </remarks>
public static class EembcTraceWriter
{
    /// <summary>Writes both files; those of the same names are replaced.</summary>
    /// <param name="folder">There already.</param>
    /// <param name="name">What both names begin with; <c>-energy.bin</c> and <c>-timestamps.json</c> follow.</param>
    /// <param name="trace">With energies, or currents at a steady voltage.</param>
    /// <param name="windows">First and last position of each window, in order; they become the events.</param>
    /// <param name="ct">Ends the writing.</param>
    /// <returns>Name of the file with the energies.</returns>
    public static async Task<string> WriteAsync(
        string folder, string name, IEnergyTrace trace, IReadOnlyList<(long First, long End)> windows, CancellationToken ct)
    {
        string energies = $"{name}-energy.bin";
        TraceHeader header = trace.Header;
        double microjoules = header.Quantity == TraceQuantity.EnergyPerSample ? 1e6 : 1e6 * header.SupplyVolts!.Value / header.SampleRate;
        string unfinished = Path.Combine(folder, $".{energies}.tmp");
        await using (FileStream file = File.Create(unfinished))
        {
            var head = new byte[5];
            head[0] = 0xF1;
            BinaryPrimitives.WriteSingleLittleEndian(head.AsSpan(1), (float)header.SampleRate);
            await file.WriteAsync(head, ct);
            long position = 0;
            await foreach (TraceBlock block in trace.ReadAsync(ct))
            {
                await file.WriteAsync(Bytes(block, (int)(block.First - position), microjoules), ct);
                position = block.End;
            }
        }

        File.Move(unfinished, Path.Combine(folder, energies), overwrite: true);

        // The first entry of the runner's list is a mark of its own.
        IEnumerable<long> places = windows.SelectMany(window => (long[])[window.First, window.End]).Prepend(0);
        string seconds = string.Join(",\n  ", places.Select(place => header.SecondsOf(place).ToString("0.000000", CultureInfo.InvariantCulture)));
        await File.WriteAllTextAsync(Path.Combine(folder, $"{name}-timestamps.json"), $"[\n  {seconds}\n]\n", ct);
        return energies;
    }

    private static byte[] Bytes(TraceBlock block, int missing, double microjoules)
    {
        var bytes = new byte[(missing + block.Values.Length) * sizeof(float)];
        for (int index = 0; index < missing; index++)
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(index * sizeof(float)), float.NaN);
        for (int index = 0; index < block.Values.Length; index++)
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan((missing + index) * sizeof(float)), (float)(block.Values.Span[index] * microjoules));
        return bytes;
    }
}
