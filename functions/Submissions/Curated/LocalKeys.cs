using System.Text;
using Homeward.Columns;

namespace Homeward.Submissions.Curated;

/// <summary>Prefixes local keys with the organisation that they are unique in: <c>{provider}|{key}</c>.</summary>
static class LocalKeys
{
    /// <summary>Prefixes every key with the same organisation.</summary>
    public static TextColumn Of(TextColumn keys, string organisation)
    {
        var prefix = Encoding.UTF8.GetBytes(organisation + "|");
        var pool = keys.Pool;
        var count = pool.Count;
        var from = pool.Offsets;
        var source = pool.Bytes;
        var offsets = GC.AllocateUninitializedArray<int>(count + 1);
        var bytes = GC.AllocateUninitializedArray<byte>(checked(source.Length + count * prefix.Length));
        var end = 0;
        for (var code = 0; code < count; code++)
        {
            offsets[code] = end;
            prefix.CopyTo(bytes.AsSpan(end));
            end += prefix.Length;
            var key = source[from[code]..from[code + 1]];
            key.CopyTo(bytes.AsSpan(end));
            end += key.Length;
        }

        offsets[count] = end;
        return new TextColumn(keys.Name, new Utf8Pool(bytes, offsets), keys.Codes);
    }

    /// <summary>Prefixes each key with its row's organisation, else with its row's other one, else with <paramref name="submitter"/>.</summary>
    public static TextColumn Of(TextColumn keys, TextColumn organisations, TextColumn? otherwise, string submitter)
    {
        var fallback = Encoding.UTF8.GetBytes(submitter);
        var column = new TextColumnBuilder(keys.Name, keys.Count);
        var text = new List<byte>();
        for (var row = 0; row < keys.Count; row++)
        {
            if (keys.IsNull(row))
            {
                column.AppendNull();
                continue;
            }

            text.Clear();
            text.AddRange(!organisations.IsNull(row) ? organisations.Utf8(row) : otherwise is not null && !otherwise.IsNull(row) ? otherwise.Utf8(row) : fallback);
            text.Add((byte)'|');
            text.AddRange(keys.Utf8(row));
            column.Append(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(text));
        }

        return column.Build();
    }
}
