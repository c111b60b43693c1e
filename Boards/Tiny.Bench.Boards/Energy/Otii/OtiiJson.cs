using System.Text.Json;

namespace Tiny.Bench.Boards.Energy.Otii;

/// <summary>Reading what the server sent.</summary>
internal static class OtiiJson
{
    /// <summary>A member that must be there.</summary>
    /// <exception cref="MeterException">It is not.</exception>
    public static JsonElement Member(this JsonElement data, OtiiConnection connection, string name) =>
        data.ValueKind == JsonValueKind.Object && data.TryGetProperty(name, out JsonElement value)
            ? value
            : throw new MeterException(connection.Name, MeterFault.NotTheMeter, $"sends data without {name}");

    /// <summary>A member that must be a list.</summary>
    /// <exception cref="MeterException">It is not.</exception>
    public static JsonElement[] Items(this JsonElement data, OtiiConnection connection, string name) => Member(data, connection, name) is { ValueKind: JsonValueKind.Array } items
        ? [.. items.EnumerateArray()]
        : throw new MeterException(connection.Name, MeterFault.NotTheMeter, $"sends data whose {name} is no list");

    /// <summary>A member as a text, also a number.</summary>
    /// <exception cref="MeterException">It is not there.</exception>
    public static string Text(this JsonElement data, OtiiConnection connection, string name) => Member(data, connection, name).ToString();

    /// <summary>A member that must be a whole number.</summary>
    /// <exception cref="MeterException">It is not.</exception>
    public static int Whole(this JsonElement data, OtiiConnection connection, string name) =>
        Number(data, connection, name) is var number && number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue
            ? (int)number
            : throw new MeterException(connection.Name, MeterFault.NotTheMeter, $"sends {number} for {name}; expected a whole number");

    /// <summary>A member that must be a finite number.</summary>
    /// <exception cref="MeterException">It is not.</exception>
    public static double Number(this JsonElement data, OtiiConnection connection, string name) => Member(data, connection, name).Number(connection);

    /// <summary>A finite number.</summary>
    /// <exception cref="MeterException">It is none.</exception>
    public static double Number(this JsonElement value, OtiiConnection connection) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && double.IsFinite(number)
            ? number
            : throw new MeterException(connection.Name, MeterFault.NotTheMeter, $"sends {value.ValueKind} for a number");
}
