using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tiny.Bench.Boards.Energy.Otii;

/// <summary>Fetches a recording from the server while it grows.</summary>
/// <remarks>
/// The two channels come in requests of their own. So that an edge is never behind samples that were taken after it, samples are believed
/// up to the count that was asked before the edges were.
/// </remarks>
/// <param name="connection">To the server.</param>
/// <param name="samples">Takes amperes.</param>
/// <param name="recording">The server's number of the recording.</param>
/// <param name="device">The meter.</param>
/// <param name="current">Channel of the samples.</param>
/// <param name="pin">Channel of the edges.</param>
/// <param name="mostAmperes">What the meter gives at most.</param>
internal sealed class OtiiRecording(
    OtiiConnection connection, MeterRecording samples, int recording, string device, string current, string pin, double mostAmperes)
{
    // What the maker's own client asks for at most.
    private const int MostAtOnce = 40_000;

    private readonly Queue<long> _edges = [];
    private long _fetchedEdges;

    /// <summary>What was measured.</summary>
    public MeterRecording Samples => samples;

    /// <summary>Fetches what is new.</summary>
    /// <param name="isLast">Whether the recording has ended, so that edges behind the last sample end it.</param>
    /// <param name="ct">Ends the wait.</param>
    public async ValueTask FetchAsync(bool isLast, CancellationToken ct)
    {
        long count = await CountAsync(current, ct);
        await FetchEdgesAsync(ct);
        while (samples.Position < count)
        {
            int asked = (int)Math.Min(MostAtOnce, count - samples.Position);
            JsonElement data = await connection.RequestAsync("recording_get_channel_data", Channel(current, samples.Position, asked), ct);
            double interval = data.Number(connection, "interval");
            if (Math.Abs((interval * samples.Header.SampleRate) - 1) > 1e-6)
                throw new MeterException(connection.Name, MeterFault.NotTheMeter, FormattableString.Invariant($"sends samples {interval} s apart; expected {samples.Header.SampleRate} a second"));
            JsonElement[] values = data.Items(connection, "values");
            if (values.Length != asked)
                throw new MeterException(connection.Name, MeterFault.Gap, $"sends another number of samples than the {asked} that were asked for at {samples.Position}");
            foreach (JsonElement value in values)
            {
                PlaceEdges(samples.Position);
                double amperes = value.Number(connection);
                samples.AddSample(amperes, amperes >= mostAmperes);
            }

            samples.Confirm();
        }

        if (isLast)
        {
            PlaceEdges(samples.Position);
            samples.Confirm();
        }
    }

    // A falling edge; the level before the first is not one.
    private async ValueTask FetchEdgesAsync(CancellationToken ct)
    {
        long count = await CountAsync(pin, ct);
        if (count == _fetchedEdges)
            return;
        JsonElement data = await connection.RequestAsync("recording_get_channel_data", Channel(pin, _fetchedEdges, (int)(count - _fetchedEdges)), ct);
        foreach (JsonElement edge in data.Items(connection, "values"))
        {
            bool low = edge.Member(connection, "value").ValueKind == JsonValueKind.False;
            if (low && _fetchedEdges > 0)
                _edges.Enqueue((long)Math.Round(edge.Number(connection, "timestamp") * samples.Header.SampleRate));
            _fetchedEdges++;
        }
    }

    private void PlaceEdges(long position)
    {
        while (_edges.TryPeek(out long edge) && edge <= position)
        {
            _edges.Dequeue();
            samples.AddEvent("GPI1");
        }
    }

    private async ValueTask<long> CountAsync(string channel, CancellationToken ct)
    {
        JsonElement data = await connection.RequestAsync(
            "recording_get_channel_data_count", new JsonObject { ["recording_id"] = recording, ["device_id"] = device, ["channel"] = channel }, ct);
        return (long)data.Number(connection, "count");
    }

    private JsonObject Channel(string channel, long index, int count) => new()
    {
        ["recording_id"] = recording,
        ["device_id"] = device,
        ["channel"] = channel,
        ["index"] = index,
        ["count"] = count,
    };
}
