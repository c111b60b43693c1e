using System.Text;
using System.Text.Json.Nodes;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Vectors;

/// <summary>Spoils one case of a good folder in one to three places. Mutant k of a seed is the same on every machine.</summary>
internal sealed class VectorMutator
{
    // Each is JSON. Among them are the edges of every type, and what overflows when it is multiplied.
    private static readonly string[] Values =
    [
        "0", "1", "-1", "2", "5", "31", "-31", "64", "-64", "128", "255", "65536", "1048576", "1073741824", "2147483647", "-2147483648", "4294967296",
        "1e300", "-1e400", "0.5", "\"NaN\"", "\"7\"", "\"\"", "\"int8\"", "\"int16\"", "\"int32\"", "\"int64\"", "\"uint8\"", "\"int4\"",
        "\"HALF\"", "null", "true", "false", "[]", "{}", "[null]", "[0]", "[1]", "[1,1]", "[-1,-1]", "[0,0]", "[65536,65536]", "[1073741824,4]",
        "[1,1,1,1]", "[0,1,1,1]", "[1,2,0,3]", "[65536,65536,65536,0]", "[1,1,1,1,1,1]", "[1,1,1,1,1,1,1,1,1,1]", "[2147483647,31]", "[1073741824,-32]",
    ];

    private static readonly string[] Operations =
    [
        "add", "average_pool2d", "batch_matmul", "concatenation", "conv2d", "depthwise_conv2d", "dequantize", "fully_connected", "hard_swish",
        "leaky_relu", "logistic", "lstm_unidirectional", "max_pool2d", "maximum", "mbqm_int32", "mbqm_int64", "mean", "mul", "network", "pack", "pad",
        "prepare", "quantize", "quantize_multiplier", "relu", "relu6", "requantize", "reshape", "softmax", "softmax_prep", "split", "strided_slice",
        "sub", "sum", "svdf", "tanh", "transpose", "transpose_conv2d",
    ];

    private readonly List<(string Line, byte[] Blob)> _cases = [];
    private readonly ulong _seed;

    public VectorMutator(string folder, ulong seed)
    {
        _seed = seed;
        foreach (string index in Directory.EnumerateFiles(folder, "*.jsonl.gz").Order(StringComparer.Ordinal))
        {
            byte[] blob = VectorFile.Read(index.Replace(".jsonl", ".bin", StringComparison.Ordinal));
            string[] lines = Encoding.UTF8.GetString(VectorFile.Read(index)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            _cases.AddRange(lines.Select(line => (line, blob)));
        }
    }

    /// <summary>Writes mutant number <paramref name="number"/> as the one category of a folder, and gives its line.</summary>
    public string Write(string folder, int number)
    {
        var random = new SplitMix64(_seed + ((ulong)number * 0xD1342543DE82EF95));
        (string line, byte[] blob) = _cases[random.Below(_cases.Count)];
        byte[] tensors = [.. blob];
        JsonNode json = JsonNode.Parse(line)!;
        int changes = 1 + random.Below(3);
        for (int change = 0; change < changes; change++)
            Change(json.AsObject(), random);

        // Half a surrogate pair, which the writer would not write.
        string text = json.ToJsonString().Replace("HALF", "\\ud800", StringComparison.Ordinal);
        if (random.Below(16) == 0)
            text = text.Remove(random.Below(text.Length), 1);
        if (random.Below(16) == 0)
            tensors = tensors[..random.Below(tensors.Length)];
        if (random.Below(16) == 0)
            random.Fill(tensors);
        File.WriteAllText(Path.Combine(folder, "m.jsonl"), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        File.WriteAllBytes(Path.Combine(folder, "m.bin"), tensors);
        return text;
    }

    private static void Change(JsonObject root, SplitMix64 random)
    {
        List<JsonNode?> places = [];
        Collect(root["params"], places);
        Collect(root["tensors"], places);
        Collect(root["types"], places);
        if (random.Below(32) == 0 || places.Count == 0)
        {
            root["op"] = Operations[random.Below(Operations.Length)];
            return;
        }

        JsonNode place = places[random.Below(places.Count)]!;
        if (place.Parent is JsonArray array)
            ChangeItem(array, place.GetElementIndex(), random);
        else if (place.Parent is JsonObject parent)
            ChangeMember(parent, place.GetPropertyName(), random);
    }

    private static void ChangeItem(JsonArray array, int index, SplitMix64 random)
    {
        switch (random.Below(4))
        {
            case 0:
                array.RemoveAt(index);
                break;
            case 1:
                array.Add(array[index]!.DeepClone());
                break;
            default:
                array[index] = Spoilt(array[index]!, random);
                break;
        }
    }

    private static void ChangeMember(JsonObject parent, string name, SplitMix64 random)
    {
        JsonNode value = parent[name]!;
        string other = parent.ElementAt(random.Below(parent.Count)).Key;
        switch (random.Below(8))
        {
            case 0:
                parent.Remove(name);
                break;
            case 1:
                parent[string.Join('_', name.Split('_').Reverse())] = value.DeepClone();
                break;
            case 2 when parent[other] is { } swapped:
                (parent[name], parent[other]) = (swapped.DeepClone(), value.DeepClone());
                break;
            case 3 when name == "layers" && value is JsonArray { Count: > 0 } layers && layers[0] is JsonObject layer:
                layer["op"] = "network";
                layer["layers"] = value.DeepClone();
                break;
            default:
                parent[name] = Spoilt(value, random);
                break;
        }
    }

    private static JsonNode? Spoilt(JsonNode value, SplitMix64 random)
    {
        if (value is JsonValue number && number.TryGetValue(out long whole) && random.Below(2) == 0)
            return JsonValue.Create(unchecked(random.Below(4) == 0 ? -whole : random.Below(2) == 0 ? whole * 2 : whole + random.Below(5) - 2));
        return JsonNode.Parse(Values[random.Below(Values.Length)]);
    }

    private static void Collect(JsonNode? node, List<JsonNode?> places)
    {
        if (node is null)
            return;
        if (node.Parent!.Parent is not null)
            places.Add(node);
        if (node is JsonObject members)
            members.ToList().ForEach(member => Collect(member.Value, places));
        else if (node is JsonArray items)
            items.ToList().ForEach(item => Collect(item, places));
    }
}
