using Tiny.Bench.Boards.Links;
using Tiny.Bench.Boards.Protocol;
using Tiny.Bench.Core.Systems;

namespace Tiny.Bench.Boards.Systems;

/// <summary>A board that was found, asked what it is, and made to run a model. Owns its port.</summary>
public sealed class BoardSession : IAsyncDisposable
{
    private readonly DeviceConnection _connection;

    private BoardSession(DeviceConnection connection, OfficialDevice official, DeviceIdentity identity, ExtendedDevice? extended, ISystemUnderTest system)
    {
        _connection = connection;
        Official = official;
        Identity = identity;
        Extended = extended;
        System = system;
    }

    /// <summary>What the board says it is.</summary>
    public DeviceIdentity Identity { get; }

    /// <summary>The commands that every firmware knows.</summary>
    public OfficialDevice Official { get; }

    /// <summary>Our extension; null when the firmware lacks it.</summary>
    public ExtendedDevice? Extended { get; }

    /// <summary>The board as a system under test.</summary>
    public ISystemUnderTest System { get; }

    /// <summary>What the link lost and was made good.</summary>
    public IReadOnlyList<string> Incidents => (System as ExtendedBoardSystem)?.Incidents ?? ((OfficialBoardSystem)System).Incidents;

    /// <summary>Takes over a port, asks who is there, and sees to it that the model runs.</summary>
    /// <param name="port">Open; closed by the session, also when this fails.</param>
    /// <param name="model">What is to run.</param>
    /// <param name="options">How.</param>
    /// <param name="time">For deadlines.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="ModelDoesNotFitException">The board lacks memory; nothing was uploaded.</exception>
    /// <exception cref="WrongModelException">The board runs another model and takes no upload.</exception>
    /// <exception cref="LinkException">The link failed.</exception>
    /// <exception cref="ProtocolException">What answers is no device of this protocol.</exception>
    public static async ValueTask<BoardSession> OpenAsync(ISerialPort port, BoardModel model, BoardOptions options, TimeProvider time, CancellationToken ct)
    {
        var connection = new DeviceConnection(port, options.Timeouts, time);
        try
        {
            var official = new OfficialDevice(connection, options.MostBytesACommand);
            DeviceIdentity identity = await official.IdentifyAsync(ct);
            ExtendedDevice? extended = options.UseExtension ? await TryExtendAsync(connection, ct) : null;
            string name = $"{model.Id} on {port.Name}";
            if (extended is null)
            {
                RequireModel(port.Name, identity, model);
                return new BoardSession(connection, official, identity, null, new OfficialBoardSystem(name, official, model, options.Kind, options.Verify));
            }

            await PlaceAsync(name, extended, model, options, ct);
            return new BoardSession(
                connection, official, identity, extended, new ExtendedBoardSystem(name, extended, model, options.Kind, options.InstructionShift));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    /// <summary>Our extension, asked for until the link lets an answer through; null when the firmware lacks it.</summary>
    internal static ValueTask<ExtendedDevice?> TryExtendAsync(DeviceConnection connection, CancellationToken ct)
    {
        var recovery = new LinkRecovery(async token => await connection.SynchroniseByNameAsync(token));
        return recovery.RunAsync(token => ExtendedDevice.TryOpenAsync(connection, token), ct);
    }

    private static void RequireModel(string where, DeviceIdentity identity, BoardModel model)
    {
        if (identity.ModelId is { } found && !string.Equals(found, model.Id, StringComparison.Ordinal))
            throw new WrongModelException(where, found, model.Id, $"Flash firmware for {model.Id}, or choose --task {found}.");
    }

    private static async ValueTask PlaceAsync(string name, ExtendedDevice device, BoardModel model, BoardOptions options, CancellationToken ct)
    {
        Capabilities board = device.Capabilities;
        Require("arena", model.ArenaBytes, board.ArenaBytes);
        Require("input buffer", model.InputBytes, board.DataBytes);
        if (string.Equals(board.Plan?.Crc, model.PlanCrc, StringComparison.Ordinal))
            return;
        if (board.PlanBytes == 0)
        {
            string found = board.PlanFault ?? board.Plan?.ModelId ?? "no model";
            throw new WrongModelException(device.Connection.Name, found, $"{model.Id} (plan {model.PlanCrc})", "It takes no upload: flash firmware with that plan.");
        }

        Require("plan memory", model.Plan.Length, board.PlanBytes);
        await device.UploadAsync(UploadSlot.Plan, model.Plan, sent => options.PlanProgress?.Invoke(sent, model.Plan.Length), ct);
        var recovery = new LinkRecovery(device.Connection.SynchroniseByNumberAsync);
        await recovery.RunAsync(
            async token =>
            {
                await device.CheckPlanAsync(token);
                return true;
            },
            ct);

        void Require(string memory, long needed, long available)
        {
            if (needed > available)
                throw new ModelDoesNotFitException(name, memory, needed, available);
        }
    }
}
