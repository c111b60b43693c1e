using System.Globalization;
using Tiny.Bench.Boards.Protocol.Messages;

namespace Tiny.Bench.Boards.Protocol;

/// <summary>The commands of MLPerf Tiny that every firmware knows (protocol.md sections 4 to 6).</summary>
/// <remarks>Each call is one attempt: an answer that is not as it must be is a <see cref="ProtocolException"/>, and the link may be out of step.</remarks>
/// <param name="connection">The link.</param>
/// <param name="mostBytesACommand">The longest part of an input that one command carries at first; shorter than the 38 that the reference's buffer has room for where something in between has less.</param>
public sealed class OfficialDevice(DeviceConnection connection, int mostBytesACommand = 38)
{
    // "db " and the digits: the 80 characters of the reference's buffer, then what the official runner sends (31; 26 in energy mode), then half of that.
    private static readonly int[] CommandSizes = [38, 31, 26, 13];

    private static readonly TimeSpan PerPrintedByte = TimeSpan.FromMilliseconds(10);

    private int _size = Array.FindIndex(CommandSizes, size => size <= mostBytesACommand);

    /// <summary>The link.</summary>
    public DeviceConnection Connection { get; } = connection;

    /// <summary>Gets into step and asks who is there.</summary>
    public async ValueTask<DeviceIdentity> IdentifyAsync(CancellationToken ct)
    {
        string vendor = await Connection.SynchroniseByNameAsync(ct);
        DeviceReply profile = await Connection.ExchangeAsync("profile", ct);
        return new DeviceIdentity(vendor, profile.TryFind<ModelMessage>(ModelMessage.TryParse, out ModelMessage model) ? model.Id : null);
    }

    /// <summary>Puts an input into the device's buffer. Where commands arrived cut, the next call sends shorter ones.</summary>
    /// <param name="input">At least one byte, as the sample's file holds them.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="ProtocolException">The device refused a part, or did not confirm the last one.</exception>
    public async ValueTask LoadAsync(ReadOnlyMemory<byte> input, CancellationToken ct)
    {
        DeviceReply load = await AskAsync($"db load {Number(input.Length)}", null, ct);
        if (load.FindAll<CountMessage>(TryParseExpecting) is not [var expecting] || expecting.Count != input.Length)
            throw Unexpected(load, $"m-[Expecting {input.Length} bytes]");

        bool done = false;
        int size = CommandSizes[_size];
        for (int start = 0; start < input.Length; start += size)
        {
            ReadOnlyMemory<byte> part = input[start..Math.Min(start + size, input.Length)];
            DeviceReply stored = await Connection.ExchangeAsync($"db {Convert.ToHexStringLower(part.Span)}", ct);
            if (stored.Error is not null)
                ShortenCommands();
            done = Checked(stored).Lines.Any(line => line.AsSpan().IndexOf("m-load-done"u8) >= 0);
            if (done && start + size < input.Length)
                throw Unexpected(stored, $"m-load-done after {input.Length} bytes, not after {start + part.Length}");
        }

        LoadWasConfirmed = done;
    }

    /// <summary>Whether the device confirmed the last upload; some firmware never does, and then only <see cref="RequireLoadedAsync"/> tells.</summary>
    public bool LoadWasConfirmed { get; private set; }

    /// <summary>Reads the input buffer back and compares. Commands that were cut without a word are found here; the next <see cref="LoadAsync"/> sends shorter ones.</summary>
    /// <param name="input">What was loaded.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="ProtocolException">The device holds something else.</exception>
    public async ValueTask RequireLoadedAsync(ReadOnlyMemory<byte> input, CancellationToken ct)
    {
        DeviceReply print = await AskAsync("db print", Connection.Timeouts.Line + (PerPrintedByte * input.Length), ct);
        byte[] loaded = [.. print.FindAll<BufferMessage>(BufferMessage.TryParse).SelectMany(line => line.Bytes)];
        if (loaded.AsSpan().SequenceEqual(input.Span))
            return;
        ShortenCommands();
        throw Unexpected(print, $"the {input.Length} bytes that were loaded, not another {loaded.Length}");
    }

    /// <summary>Runs inferences on the loaded input.</summary>
    /// <param name="count">Timed ones, at least 1.</param>
    /// <param name="warmup">Untimed ones before, at least 0.</param>
    /// <param name="ct">Ends the wait; the device finishes its batch.</param>
    /// <exception cref="ProtocolException">The device refused, ran another number, or its answer lacks a result.</exception>
    public async ValueTask<InferReply> InferAsync(int count, int warmup, CancellationToken ct)
    {
        DeviceReply reply = await AskAsync($"infer {Number(count)} {Number(warmup)}", Connection.Timeouts.Inference, ct);
        if (reply.FindAll<CountMessage>(TryParseInferStart) is not [var inferences] || inferences.Count != count)
            throw Unexpected(reply, $"m-infer-start-{count}");
        if (reply.FindAll<CountMessage>(TryParseWarmupStart) is not [var warmups] || warmups.Count != warmup)
            throw Unexpected(reply, $"m-warmup-start-{warmup}");
        if (reply.FindAll<ResultsMessage>(ResultsMessage.TryParse) is not [var results])
            throw Unexpected(reply, "one m-results-[...] with numbers");
        TimeSpan? elapsed = reply.FindAll<LapMessage>(LapMessage.TryParse) switch
        {
            [] => null,
            [var start, var end] => end.Since(start),
            _ => throw Unexpected(reply, "two m-lap-us lines, or none in energy mode"),
        };
        return new InferReply(results.Values, elapsed);
    }

    /// <summary>The last result again.</summary>
    public async ValueTask<IReadOnlyList<double>> ResultsAsync(CancellationToken ct)
    {
        DeviceReply reply = await AskAsync("results", null, ct);
        return reply.FindAll<ResultsMessage>(ResultsMessage.TryParse) is [var results] ? results.Values : throw Unexpected(reply, "one m-results-[...]");
    }

    private async ValueTask<DeviceReply> AskAsync(string command, TimeSpan? timeout, CancellationToken ct) =>
        Checked(await Connection.ExchangeAsync(command, default, timeout, ct));

    private DeviceReply Checked(DeviceReply reply)
    {
        if (reply.TellsOfBoot)
            throw Unexpected(reply, "an answer, and no restart");
        return reply.Error is null ? reply : throw Unexpected(reply, "no error");
    }

    private void ShortenCommands() => _size = Math.Min(_size + 1, CommandSizes.Length - 1);

    private ProtocolException Unexpected(DeviceReply reply, string expected) =>
        new($"{Connection.Name}, {(reply.Command.StartsWith("db ", StringComparison.Ordinal) && reply.Command.Length > 20 ? "db" : reply.Command)}", $"answers {reply.Quote()}; expected {expected}");

    private static bool TryParseExpecting(ReadOnlySpan<byte> line, out CountMessage message) => CountMessage.TryParse(line, "m-[Expecting "u8, out message);

    private static bool TryParseInferStart(ReadOnlySpan<byte> line, out CountMessage message) => CountMessage.TryParse(line, "m-infer-start-"u8, out message);

    private static bool TryParseWarmupStart(ReadOnlySpan<byte> line, out CountMessage message) => CountMessage.TryParse(line, "m-warmup-start-"u8, out message);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
