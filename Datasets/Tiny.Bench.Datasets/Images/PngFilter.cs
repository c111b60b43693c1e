using Tiny.Bench.Core;

namespace Tiny.Bench.Datasets.Images;

/// <summary>The prediction that a PNG encoder subtracted from each byte of a row.</summary>
/// <remarks>Sums wrap at 256; what lies left of the first pixel or above the first row is 0. Source: PNG (third edition) section 9.</remarks>
internal static class PngFilter
{
    /// <summary>Adds the predictions back, in place.</summary>
    /// <param name="where">What errors call the file.</param>
    /// <param name="rows">Rows, each one filter byte and its pixels.</param>
    /// <param name="header">Sizes of the picture.</param>
    /// <exception cref="DatasetException">A row names a filter that there is not.</exception>
    public static void Undo(string where, Span<byte> rows, PngHeader header)
    {
        ReadOnlySpan<byte> above = new byte[header.RowLength];
        for (int y = 0; y < header.Height; y++)
        {
            int start = y * (1 + header.RowLength);
            Span<byte> row = rows.Slice(start + 1, header.RowLength);
            byte filter = rows[start];
            if (filter > 4)
                throw new DatasetException(where, $"row {y} has filter {filter}; expected 0 to 4");
            for (int index = 0; index < row.Length; index++)
            {
                bool first = index < header.Channels;
                int left = first ? 0 : row[index - header.Channels];
                int corner = first ? 0 : above[index - header.Channels];
                int prediction = filter switch
                {
                    1 => left,
                    2 => above[index],
                    3 => (left + above[index]) / 2,
                    4 => Paeth(left, above[index], corner),
                    _ => 0,
                };
                row[index] = unchecked((byte)(row[index] + prediction));
            }

            above = row;
        }
    }

    // The neighbour nearest to left + above - corner; of equal ones the left before the one above before the corner.
    private static int Paeth(int left, int above, int corner)
    {
        int estimate = left + above - corner;
        int toLeft = Math.Abs(estimate - left);
        int toAbove = Math.Abs(estimate - above);
        int toCorner = Math.Abs(estimate - corner);
        if (toLeft <= toAbove && toLeft <= toCorner)
            return left;
        return toAbove <= toCorner ? above : corner;
    }
}
