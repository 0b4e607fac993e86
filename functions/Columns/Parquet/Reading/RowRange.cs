namespace Homeward.Columns.Parquet.Reading;

/// <summary>Rows of a row group: from one, up to but not including another.</summary>
readonly record struct RowRange(int From, int To)
{
    public int Count => To - From;
}
