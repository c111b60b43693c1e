using System.Globalization;

namespace Tiny.Bench.Boards.Targets;

/// <summary>Where a system under test is: <c>serial:/dev/ttyACM0@115200</c>. Parsed only; nothing is opened.</summary>
public sealed record TargetAddress
{
    /// <summary>The speed of a serial port when none is given: that of the official firmware.</summary>
    public const int DefaultBaud = 115200;

    private TargetAddress(TargetScheme scheme, string name)
    {
        Scheme = scheme;
        Name = name;
    }

    /// <summary>How the target is reached.</summary>
    public TargetScheme Scheme { get; }

    /// <summary>Machine, port, host name (IPv6 in brackets), socket path, log file or board; empty for the host.</summary>
    public string Name { get; }

    /// <summary>Bits a second of a serial port, or of the paced line to a virtual board; null for the others, and for a line that is not paced.</summary>
    public int? Baud { get; private init; }

    /// <summary>TCP port, 1 to 65535; null for the others.</summary>
    public int? Port { get; private init; }

    /// <summary>Whether it is a port or a socket, which <see cref="Links.SerialPorts.OpenAsync"/> opens.</summary>
    public bool IsLink => Scheme is TargetScheme.Serial or TargetScheme.Tcp or TargetScheme.Unix;

    /// <summary>Reads an address.</summary>
    /// <exception cref="TargetAddressException">The text has none of the forms.</exception>
    public static TargetAddress Parse(string text)
    {
        if (text is "host")
            return new TargetAddress(TargetScheme.Host, "");
        if (Rest("qemu:") is { } machine)
            return ParseSerial(text, machine, TargetScheme.Qemu, "machine", null);
        if (Rest("serial:") is { } port)
            return ParseSerial(text, port, TargetScheme.Serial, "port", DefaultBaud);
        if (Rest("tcp://") is { } socket)
            return ParseTcp(text, socket);
        if (Rest("unix://") is { } path)
            return path.StartsWith('/') && path.Length > 1 ? new TargetAddress(TargetScheme.Unix, path) : throw new TargetAddressException(text, "the path is not absolute");
        if (Rest("replay:") is { } file)
            return new TargetAddress(TargetScheme.Replay, Named(text, file, "file"));
        return text.Length > 0 && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')
            ? new TargetAddress(TargetScheme.Board, text)
            : throw new TargetAddressException(text, "has no known form");

        string? Rest(string prefix) => text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : null;
    }

    /// <summary>The address as <see cref="Parse"/> reads it, with the speed of a serial port spelled out.</summary>
    public override string ToString() => Scheme switch
    {
        TargetScheme.Host => "host",
        TargetScheme.Qemu when Baud is null => $"qemu:{Name}",
        TargetScheme.Qemu => string.Create(CultureInfo.InvariantCulture, $"qemu:{Name}@{Baud}"),
        TargetScheme.Serial => string.Create(CultureInfo.InvariantCulture, $"serial:{Name}@{Baud}"),
        TargetScheme.Tcp => string.Create(CultureInfo.InvariantCulture, $"tcp://{Name}:{Port}"),
        TargetScheme.Unix => $"unix://{Name}",
        TargetScheme.Replay => $"replay:{Name}",
        TargetScheme.Board => Name,
        _ => throw new InvalidOperationException($"{Scheme} is no scheme."),
    };

    private static TargetAddress ParseSerial(string text, string port, TargetScheme scheme, string what, int? otherwise)
    {
        int at = port.LastIndexOf('@');
        string path = at < 0 ? port : port[..at];
        return new TargetAddress(scheme, Named(text, path, what))
        {
            Baud = at < 0 ? otherwise : Number(text, port[(at + 1)..], "speed", int.MaxValue),
        };
    }

    private static TargetAddress ParseTcp(string text, string socket)
    {
        int colon = socket.LastIndexOf(':');
        if (colon < 0)
            throw new TargetAddressException(text, "the port is missing");
        string host = Named(text, socket[..colon], "host");

        // An IPv6 address has colons of its own, and brackets so that its last group is not taken for the port.
        bool bracketed = host.StartsWith('[') && host.EndsWith(']');
        if (host.Contains('/', StringComparison.Ordinal) || (host.Contains(':', StringComparison.Ordinal) && !bracketed))
            throw new TargetAddressException(text, $"\"{host}\" is no host name");
        return new TargetAddress(TargetScheme.Tcp, host) { Port = Number(text, socket[(colon + 1)..], "port", ushort.MaxValue) };
    }

    private static string Named(string text, string name, string what) =>
        string.IsNullOrWhiteSpace(name) ? throw new TargetAddressException(text, $"the {what} is missing") : name;

    private static int Number(string text, string digits, string what, int most) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= 1 && value <= most
            ? value
            : throw new TargetAddressException(text, $"the {what} \"{digits}\" is not a number from 1 to {most}");
}
