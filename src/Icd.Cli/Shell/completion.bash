# bash completion for icd. It asks icd itself, so it knows what this version has.
_icd() {
    local word about files= current=${COMP_WORDS[COMP_CWORD]}
    [[ $current == = ]] && current=
    COMPREPLY=()
    while IFS=$'\t' read -r word about; do
        case $word in
            :files) files=-f ;;
            :folders) files=-d ;;
            # bash replaces what stands after the equals sign only.
            *=*) COMPREPLY+=("${word#*=}") ;;
            *) COMPREPLY+=("$word") ;;
        esac
    done < <("${COMP_WORDS[0]}" complete "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
    if [[ $files ]]; then
        compopt -o filenames
        while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen $files -- "$current")
    fi
}
complete -F _icd icd
