using System.Runtime.InteropServices;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Execution;

/// <summary>Lays the computed tensors of a graph out in one block of memory, so that those alive at the same time never overlap.</summary>
/// <remarks>
/// Greedy by size: the largest buffer first, each at the lowest offset where it fits between those already placed that live at the
/// same time. Ties go to the earlier first use, then the lower index.
/// Source: tflite-micro greedy_memory_planner.cc, CalculateOffsetsIfNeeded.
/// </remarks>
public static class ArenaPlanner
{
    /// <summary>Most buffers with content in one plan: placing takes time in the square of it, and a hostile file can list a million.</summary>
    public const int MaximumBuffers = 1 << 13;

    /// <summary>Plans a graph that <see cref="TfliteModel"/> has read.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="maximumBytes">Most bytes in all.</param>
    /// <param name="source">What errors call the file.</param>
    /// <param name="keepInputs">Whether graph inputs keep their memory to the end.</param>
    /// <exception cref="ModelFormatException">The arena would be larger, has too many buffers, or a tensor has no fixed size.</exception>
    public static ArenaPlan Plan(ModelSubgraph graph, long maximumBytes, string source, bool keepInputs = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maximumBytes);
        long limit = Math.Min(maximumBytes, Array.MaxLength);
        TensorLifetime?[] lifetimes = TensorLifetime.Of(graph, keepInputs);
        List<Request> requests = Requests(graph, lifetimes, source);
        long lowerBound = LowerBound(requests, graph.Operators.Count);
        if (lowerBound > limit)
            throw new ModelFormatException(source, $"the tensors alive at one operator take {lowerBound} bytes; expected at most {limit}");

        List<Placed> placed = Place(requests);
        long size = placed.Count == 0 ? 0 : placed.Max(p => p.End);
        if (size > limit)
            throw new ModelFormatException(source, $"the arena takes {size} bytes; expected at most {limit}");
        return new ArenaPlan
        {
            Buffers = placed.Select(Buffer).OrderBy(buffer => buffer.Tensor).ToArray(),
            Size = (int)size,
            LowerBound = (int)lowerBound,
        };
    }

    private static ArenaBuffer Buffer(Placed placed)
    {
        Request request = placed.Request;
        return new ArenaBuffer(request.Tensor, (int)placed.Offset, request.Length, request.Lifetime.First, request.Lifetime.Last);
    }

    private static List<Request> Requests(ModelSubgraph graph, TensorLifetime?[] lifetimes, string source)
    {
        var requests = new List<Request>();
        int withContent = 0;
        foreach (ModelTensor tensor in graph.Tensors)
        {
            if (lifetimes[tensor.Index] is not { } lifetime)
                continue;
            if (tensor.Type.ByteCount(tensor.Shape.ElementCount) is null)
                throw new ModelFormatException(source, $"tensor {tensor.Index} is {tensor.Type.SchemaName()}; expected a fixed size");
            if (tensor.ByteCount > 0 && ++withContent > MaximumBuffers)
                throw new ModelFormatException(source, $"the graph computes too many tensors; expected at most {MaximumBuffers}");
            requests.Add(new Request(tensor.Index, tensor.ByteCount, lifetime));
        }

        return requests;
    }

    private static long LowerBound(List<Request> requests, int operatorCount)
    {
        // What starts (+) and has ended (-) at each time; time -1 has index 0.
        var changes = new long[operatorCount + 2];
        foreach (Request request in requests)
        {
            changes[request.Lifetime.First + 1] += request.Size;
            changes[request.Lifetime.Last + 2] -= request.Size;
        }

        long alive = 0, most = 0;
        foreach (long change in changes)
        {
            alive += change;
            most = Math.Max(most, alive);
        }

        return most;
    }

    private static List<Placed> Place(List<Request> requests)
    {
        var byOffset = new List<Placed>(requests.Count);
        IEnumerable<Request> withContent = requests.Where(r => r.Size > 0);
        foreach (Request request in withContent.OrderByDescending(r => r.Size).ThenBy(r => r.Lifetime.First).ThenBy(r => r.Tensor))
        {
            long offset = LowestFit(request, byOffset);
            int at = byOffset.FindLastIndex(placed => placed.Offset <= offset) + 1;
            byOffset.Insert(at, new Placed(request, offset));
        }

        byOffset.AddRange(requests.Where(r => r.Size == 0).Select(r => new Placed(r, 0)));
        return byOffset;
    }

    private static long LowestFit(Request request, List<Placed> byOffset)
    {
        long offset = 0;
        foreach (ref readonly Placed placed in CollectionsMarshal.AsSpan(byOffset))
        {
            if (!placed.Request.Lifetime.Meets(request.Lifetime))
                continue;
            if (placed.Offset - offset >= request.Size)
                break;
            offset = Math.Max(offset, placed.End);
        }

        return offset;
    }

    private readonly record struct Request(int Tensor, int Length, TensorLifetime Lifetime)
    {
        public long Size => ArenaPlan.Align(Length);
    }

    private readonly record struct Placed(Request Request, long Offset)
    {
        public long End => Offset + Request.Size;
    }
}
